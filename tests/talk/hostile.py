"""Five hundred strings by which somebody might make a page, a mail or a desk do something."""

from __future__ import annotations

from itertools import product

_HOOKS = (
    "hit=1;x=1",
    "window.hit=1",
    "top.hit=1",
    "self['hit']=1",
    "(hit=1)",
    "hit=1//",
    "globalThis.hit=1",
)
_SHAPES = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    "<ScRiPt src=data:,{}></ScRiPt>",
    "<img src=x onerror={}>",
    "<img src=x onerror='{}'",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<body onload={}>",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<iframe src=javascript:{}></iframe>",
    "<a href=javascript:{}>x</a>",
    "<details open ontoggle={}>",
    "<input autofocus onfocus={}>",
    "<video><source onerror={}></video>",
    "<math><mtext><table><mglyph><style><img src=x onerror={}>",
    "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>",
    "<style>@import 'javascript:{}';</style>",
    "<link rel=stylesheet href=javascript:{}>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<base href='javascript:{}//'>",
    "<form action=javascript:{}><button>x",
    "<object data=javascript:{}>",
    "<embed src=javascript:{}>",
    "</textarea><script>{}</script>",
    "</title><script>{}</script>",
    "</p></li></ol></section><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    '" onmouseover="{}" x="',
    "' onfocus='{}' autofocus='",
    '"><script>{}</script>',
    "'><img src=x onerror={}>",
    "` onload={} `",
    "javascript:{}",
    "java\tscript:{}",
    "data:text/html,<script>{}</script>",
    'https://pier.example/"onmouseover="{}"',
    "https://pier.example/'><script>{}</script>",
    "https://pier.example/<img src=x onerror={}>",
    "https://javascript:{}@pier.example/",
    "{{% load x %}}{{{{ {} }}}}",
    "{{{{constructor.constructor('{}')()}}}}",
    "${{{}}}",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "%3Cscript%3E{}%3C/script%3E",
    "＜script＞{}＜/script＞",
    "<scr\u0000ipt>{}</scr\u0000ipt>",
    "<\u200bscript>{}</script>",
    "\u202e<script>{}</script>\u202c",
    "\ufeff<script>{}</script>",
    "<img/src=x/onerror={}>",
    "<<script>{}//<</script>",
    "<x onclick={} tabindex=1 autofocus onfocus={}>",
    "<marquee onstart={}>",
    "<audio src onerror={}>",
    "<select autofocus onfocus={}>",
    "<isindex type=image src=1 onerror={}>",
    "<comment-thread data-module=data:text/javascript,{}></comment-thread>",
    "<button popovertarget=index onclick={}>",
    "<a ping=/ href=#comments onclick={}>x</a>",
    "<link rel=import href=data:text/html,<script>{}</script>>",
    "<plaintext>{}",
    "<xmp><script>{}</script></xmp>",
)
_OTHERS = (
    *("'; DROP TABLE talk_comment; --", "' OR '1'='1", '"; SELECT pg_sleep(9); --', "%s%s%s%n"),
    *("../../../../etc/passwd", "..%2f..%2f", "file:///etc/passwd", "\\\\host\\share"),
    *(
        "Subject: hit\r\nBcc: all@mail.example",
        "hit\r\n\r\n<html>",
        "\x1b]0;hit\x07",
        "\x1b[31mhit",
    ),
    *('=HYPERLINK("http://pier.example")', "=1+1", "+1+1", "@SUM(1+1)", "-2+3"),
    *(
        "A" * 250,
        "ᄀ" * 250,
        "W" * 249 + "i",
        "\n" * 60 + "x",
        "a\u0301" * 120,
        "\U0001f468\u200d" * 60,
    ),
    *(
        "\u202eevil\u202c",
        "\u2066\u2067\u2068",
        "\ud7ff\ue000",
        "\U000e0001tag",
        "null",
        "undefined",
    ),
    *("true", "[object Object]", "NaN", "__proto__", "constructor", '{"$gt":""}', "{{7*7}}"),
    *("${7*7}", "#{7*7}", "<%= 7*7 %>", "{% debug %}", "{% load static %}", "%7b%7b7*7%7d%7d"),
    *("mina@mail.example", "<mina@mail.example>", "mailto:mina@mail.example", "@everyone"),
    *("http://[::1]/", "http://2130706433/", "https://pier.example:99999/", "https://%00/"),
    *("https://xn--80ak6aa92e.com/", "https://аррӏе.com/", "http://a.b/?q=<>&\"'", "http://a\tb"),
)


def hostile() -> list[str]:
    """Every shape around every hook, and what needs none."""
    shaped = [
        shape.format(*(hook,) * shape.count("{}")) for shape, hook in product(_SHAPES, _HOOKS)
    ]
    return [*dict.fromkeys([*_OTHERS, *shaped])]


def packed(longest: int) -> list[str]:
    """All of them, each whole if it is no longer, in as few texts of so many code points as hold
    them, one a line; without NUL, which a form refuses."""
    texts: list[str] = []
    for one in hostile():
        string = one.replace("\0", "")[:longest].strip()
        if texts and len(texts[-1]) + 1 + len(string) <= longest:
            texts[-1] += f"\n{string}"
        else:
            texts.append(string)
    return texts
