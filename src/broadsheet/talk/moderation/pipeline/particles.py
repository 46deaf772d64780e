"""What may follow a Korean noun within its word: particles and endings, jamo by jamo."""

from __future__ import annotations

from broadsheet.talk.moderation.pipeline.letters import plain_letters

_MOST = 3

_PARTICLES = frozenset(
    plain_letters(one)
    for one in (
        "이 가 을 를 은 는 의 에 와 과 도 만 로 야 아 들 나 네 냐 다 요 고 "
        "님 께 랑 여 라 까 죠 지 에게 에서 으로 라고 이라 이라고 이야 이다 이네 "
        "이냐 이나 이랑 이고 이지 이죠 이여 입니다 이에요 예요 처럼 보다 까지 부터 "
        "한테 같은 같이 같다 같네 같아 하고 하다 하네 한다 하는 해 했다 하지 하며 "
        "마다 조차 마저 밖에 이든 든지 인데 인가 인지 이었다 였다 적 적인 짓 질"
    ).split()
)
_LONGEST = max(map(len, _PARTICLES))


def are_particles(tail: str) -> bool:
    """Whether all of it, given in jamo, is at most three of them."""
    ends = {0}
    if not tail:
        return True
    for _ in range(_MOST):
        ends = {
            end
            for start in ends
            for end in range(start + 1, min(start + _LONGEST, len(tail)) + 1)
            if tail[start:end] in _PARTICLES
        }
        if len(tail) in ends:
            return True
    return False
