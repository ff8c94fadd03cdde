"""How far the stretch of words around a trigger goes."""
