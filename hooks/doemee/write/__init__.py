"""Write: the agenda becomes text or bytes. Each module is one kind of output."""
