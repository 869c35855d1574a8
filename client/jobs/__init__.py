"""What belongs to one job: its submission manifest, receipt, own key, results and deletion certificate."""
