"""A model that draws its noise by lot → one that reads it from a table."""

from __future__ import annotations

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

NOISE_AT = "noise_at"

# Channels as wide as any voice of Piper has them (192); 4,096 frames of 256 samples at 22,050 Hz
# are 47 seconds, after which the noise begins again. The table takes 3 MB.
_CHANNELS, _FRAMES = 192, 4096


def write_noise(model: ModelProto) -> None:
    """Let every node that draws normal noise read it from a table instead. Changes the model.

    The model gets one more input, `noise_at`: the frame of the table at which to begin, an int64
    of no dimensions. The same number gives the same noise on every run, in every process.
    """
    drawn = [node for node in model.graph.node if node.op_type == "RandomNormalLike"]
    if not drawn:
        return
    model.graph.input.append(helper.make_tensor_value_info(NOISE_AT, TensorProto.INT64, []))
    model.graph.initializer.extend(_constants())
    nodes: list[NodeProto] = []
    for node in model.graph.node:
        nodes.extend(_reading(node) if node in drawn else (node,))
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _constants() -> tuple[TensorProto, ...]:
    # RandomState is frozen by numpy's promise: its numbers are the same in every release.
    table = np.random.RandomState(1605).standard_normal((1, _CHANNELS, _FRAMES))
    values: dict[str, np.ndarray] = {
        "table": table.astype(np.float32),
        "frames": np.array(_FRAMES, np.int64),
        "none": np.array(0, np.int64),
        "one": np.array(1, np.int64),
        "two": np.array(2, np.int64),
        "starts": np.zeros(3, np.int64),
    }
    return tuple(numpy_helper.from_array(value, _name(key)) for key, value in values.items())


def _reading(node: NodeProto) -> tuple[NodeProto, ...]:
    """Nodes that read noise of the shape of the node's input: [1, channels, frames]."""
    out = node.output[0]

    def step(operation: str, inputs: list[str], gives: str, axis: int | None = None) -> NodeProto:
        made = helper.make_node(operation, inputs, [gives])
        if axis is not None:
            made.attribute.append(helper.make_attribute("axis", axis))
        return made

    return (
        step("Shape", [node.input[0]], f"{out}_shape"),
        step("Gather", [f"{out}_shape", _name("two")], f"{out}_length", 0),
        step("Range", [_name("none"), f"{out}_length", _name("one")], f"{out}_count"),
        step("Add", [f"{out}_count", NOISE_AT], f"{out}_far"),
        step("Mod", [f"{out}_far", _name("frames")], f"{out}_place"),
        step("Gather", [_name("table"), f"{out}_place"], f"{out}_wide", 2),
        step("Slice", [f"{out}_wide", _name("starts"), f"{out}_shape"], out),
    )


def _name(key: str) -> str:
    return f"written_noise_{key}"
