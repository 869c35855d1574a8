"""The faces: words and looks, and no logic of their own."""
