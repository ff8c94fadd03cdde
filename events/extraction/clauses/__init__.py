"""The stretch of words around a trigger: what is quoted, what is an aside, what joins what."""
