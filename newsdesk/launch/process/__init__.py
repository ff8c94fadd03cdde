"""Programs as processes: started, supervised, shown, ended with their children."""
