"""Moving in: a whole archive of another system becomes stories of ours."""
