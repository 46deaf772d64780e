"""An utterance → its sound and the times of its tokens, by Piper, by Kokoro or by a server."""
