from __future__ import annotations

import numpy as np
import pytest
from onnx import ModelProto, TensorProto, helper

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.inference import Inference, read_model
from broadsheet.voice.engines.written_noise import NOISE_AT, write_noise


def make_model(drawing: str) -> ModelProto:
    """A model that gives noise of the shape of what comes in."""
    shape = ["one", "channels", "frames"]
    graph = helper.make_graph(
        [helper.make_node(drawing, ["like"], ["noise"])],
        "noise",
        [helper.make_tensor_value_info("like", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("noise", TensorProto.FLOAT, shape)],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


def noise(model: ModelProto, shape: tuple[int, ...], at: int) -> np.ndarray:
    inputs = {"like": np.zeros(shape, np.float32), NOISE_AT: np.array(at)}
    return Inference(model, ["noise"]).run(inputs)[0]


def test_the_same_place_gives_the_same_noise() -> None:
    model = make_model("RandomNormalLike")
    write_noise(model)
    assert np.array_equal(noise(model, (1, 4, 300), 7), noise(model, (1, 4, 300), 7))
    assert not np.array_equal(noise(model, (1, 4, 300), 7), noise(model, (1, 4, 300), 8))


@pytest.mark.parametrize(
    ("drawing", "mean", "deviation"),
    [("RandomNormalLike", 0.0, 1.0), ("RandomUniformLike", 0.5, 0.2887)],
)
def test_it_is_spread_like_what_it_stands_for(drawing: str, mean: float, deviation: float) -> None:
    model = make_model(drawing)
    write_noise(model)
    drawn = noise(model, (1, 192, 500), 3)
    assert float(drawn.mean()) == pytest.approx(mean, abs=0.02)
    assert float(drawn.std()) == pytest.approx(deviation, abs=0.02)


def test_more_noise_than_the_table_has_begins_again() -> None:
    model = make_model("RandomNormalLike")
    write_noise(model)
    drawn = noise(model, (1, 192, 5000), 0).ravel()
    assert np.array_equal(drawn[: 192 * 904], drawn[192 * 4096 :])


def test_a_model_that_draws_nothing_is_left_alone() -> None:
    model = make_model("Identity")
    write_noise(model)
    assert Inference(model, ["noise"]).inputs == {"like"}


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(EngineError, match="it is no model in ONNX"):
        read_model(b"no model")


def test_a_model_that_the_runtime_does_not_take_is_refused() -> None:
    with pytest.raises(EngineError, match="the runtime does not take the model"):
        Inference(make_model("NoSuchOperation"), ["noise"])


def test_inputs_that_do_not_fit_are_refused() -> None:
    with pytest.raises(EngineError, match="the model failed"):
        Inference(make_model("Identity"), ["noise"]).run({})
