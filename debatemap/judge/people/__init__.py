"""What many people's ratings say of them: groups, what unites and divides them, each one."""
