from __future__ import annotations

import numpy as np
import pytest
from onnx import ModelProto, TensorProto, helper, numpy_helper

from broadsheet.voice.engines.inference import Inference
from broadsheet.voice.engines.widened import widen

SOUND = np.random.RandomState(7).standard_normal((1, 16, 90)).astype(np.float32)


def make_model(*, opset: int = 15, **attributes: object) -> ModelProto:
    """Two convolutions along a line, one after the other, with the same weights."""
    weights = np.random.RandomState(3).standard_normal((16, 16, 3)).astype(np.float32)
    shape = [1, 16, "frames"]
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["sound", "weights"], ["once"], **attributes),
            helper.make_node("Conv", ["once", "weights"], ["twice"], **attributes),
        ],
        "lines",
        [helper.make_tensor_value_info("sound", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("twice", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(weights, "weights")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def said(model: ModelProto) -> np.ndarray:
    return Inference(model, ["twice"]).run({"sound": SOUND})[0]


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"kernel_shape": [3], "pads": [4, 2], "dilations": [3]},
        {"kernel_shape": [3], "pads": [1, 1], "strides": [2]},
        {"auto_pad": "SAME_UPPER"},
    ],
)
def test_a_widened_model_says_the_same(attributes: dict[str, object]) -> None:
    plain = said(make_model(**attributes))
    model = make_model(**attributes)
    widen(model)
    assert [one.op_type for one in model.graph.node] == ["Unsqueeze", "Conv", "Squeeze"] * 2
    assert said(model) == pytest.approx(plain, abs=1e-3)


def test_a_model_of_an_older_kind_is_left_alone() -> None:
    model = make_model(opset=11)
    before = model.SerializeToString()
    widen(model)
    assert model.SerializeToString() == before
