"""Taking the timeline elsewhere: links, frames for other sites, and what tells these how to show it (oEmbed)."""
