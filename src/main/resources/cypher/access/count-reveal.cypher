// writes: counts a value that an account sees whole on a day: how many there were before; nothing for a viewer without an account; $account, $day; constraint account_id
MATCH (account:Account {id: $account})
// Locked before it is read, or two could count as one.
SET account.revealing = true
WITH account, CASE WHEN account.revealedOn = $day THEN account.reveals ELSE 0 END AS before
SET account.revealing = null, account.revealedOn = $day, account.reveals = before + 1
RETURN before
