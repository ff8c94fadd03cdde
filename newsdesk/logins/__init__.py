"""How people come in: wrong passwords are counted, weak secrets refused, forgotten passwords replaced by mail."""
