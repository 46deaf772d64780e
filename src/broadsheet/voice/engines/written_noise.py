"""A model that draws its noise by lot → one that reads it from a table."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

NOISE_AT = "noise_at"

# 192 channels, as many as a voice of Piper has, for 47 seconds in frames of 256 samples at
# 22,050 Hz, after which the noise begins again. Each table takes 3 MB.
_LENGTH = 192 * 4096

_TABLES = {"RandomNormalLike": "normal", "RandomUniformLike": "uniform"}


def write_noise(model: ModelProto) -> None:
    """Let every node that draws noise of another value's shape read it from a table instead.

    Changes the model, which gets one more input where it has such a node: `noise_at`, an int64 of
    no dimensions, tells where in the table to begin. The same number gives the same noise on every
    run, in every process.
    """
    if not any(node.op_type in _TABLES for node in model.graph.node):
        return
    model.graph.input.append(helper.make_tensor_value_info(NOISE_AT, TensorProto.INT64, []))
    model.graph.initializer.extend(
        numpy_helper.from_array(value, _name(key)) for key, value in _constants().items()
    )
    nodes: list[NodeProto] = []
    for node in model.graph.node:
        nodes.extend(_reading(node) if node.op_type in _TABLES else (node,))
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _constants() -> Mapping[str, NDArray[np.float32] | NDArray[np.int64]]:
    # RandomState is frozen by numpy's promise: its numbers are the same in every release.
    drawn = np.random.RandomState(1605)
    return {
        "normal": drawn.standard_normal(_LENGTH).astype(np.float32),
        "uniform": drawn.random_sample(_LENGTH).astype(np.float32),
        "length": np.array(_LENGTH, np.int64),
        "none": np.array(0, np.int64),
        "one": np.array(1, np.int64),
    }


def _reading(node: NodeProto) -> tuple[NodeProto, ...]:
    """Nodes that read as much noise as the node's input has places, in its shape."""
    like, out = node.input[0], node.output[0]

    def step(operation: str, inputs: list[str], gives: str) -> NodeProto:
        return helper.make_node(operation, inputs, [gives])

    return (
        step("Size", [like], f"{out}_size"),
        step("Range", [_name("none"), f"{out}_size", _name("one")], f"{out}_count"),
        step("Add", [f"{out}_count", NOISE_AT], f"{out}_far"),
        step("Mod", [f"{out}_far", _name("length")], f"{out}_place"),
        step("Gather", [_name(_TABLES[node.op_type]), f"{out}_place"], f"{out}_flat"),
        step("Shape", [like], f"{out}_shape"),
        step("Reshape", [f"{out}_flat", f"{out}_shape"], out),
    )


def _name(key: str) -> str:
    return f"written_noise_{key}"
