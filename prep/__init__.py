"""VCF in, safe VCF out. Stands alone: no Qt, no network, nothing else of ours."""
