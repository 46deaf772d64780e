"""What may befall a newsroom → that its paper is the newest published truth all the same."""
