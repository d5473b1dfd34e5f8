"""The formats of argument research that are graphs of atoms and scheme nodes: AIF and its kin."""
