"""A model in ONNX → arrays, on one thread that does not spin."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

# The runtime would tell its maker of its use, and looks at this once, when it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto

from broadsheet.voice.engine import EngineError

Array = NDArray[Any]

# The runtime and the reader of models have a dozen errors without a class in common.
_ANY = Exception


def read_model(model_bytes: bytes) -> ModelProto:
    """Raises EngineError for what is no model in ONNX."""
    try:
        return onnx.load_from_string(model_bytes)
    except _ANY as error:
        raise EngineError(f"it is no model in ONNX ({error})") from error


def reveal(model: ModelProto, name: str) -> None:
    """Make a value that the model works out on its way one of its outputs. Changes the model."""
    if all(output.name != name for output in model.graph.output):
        model.graph.output.append(onnx.ValueInfoProto(name=name))


class Inference:
    """A model, ready to run on the CPU.

    One process is one voice on one thread: two threads that spin while they wait for each other
    were slower than one on a machine that has other work. Raises EngineError for a model that the
    runtime does not take.
    """

    def __init__(self, model: ModelProto, outputs: Sequence[str]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        # A plan of memory for each length of sentence was kept for good: 440 MB after 42 sentences.
        options.enable_mem_pattern = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("session.inter_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._outputs = list(outputs)
        try:
            self._session = onnxruntime.InferenceSession(
                model.SerializeToString(), options, providers=["CPUExecutionProvider"]
            )
        except _ANY as error:
            raise EngineError(f"the runtime does not take the model ({error})") from error
        self.inputs = frozenset(found.name for found in self._session.get_inputs())

    def run(self, inputs: Mapping[str, Array]) -> list[Array]:
        """The outputs in the order in which they were asked for. Raises EngineError."""
        try:
            found = self._session.run(self._outputs, dict(inputs))
        except _ANY as error:
            raise EngineError(f"the model failed ({error})") from error
        return [np.asarray(one) for one in found]
