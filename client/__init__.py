"""The carrier: takes what `prep` made safe, seals it and brings it to a service and its results back. No Qt."""
