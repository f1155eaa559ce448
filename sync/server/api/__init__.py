"""Protocol v1: plain views on bytes, our own strict codec. A schema library and its models cost four times the rows."""
