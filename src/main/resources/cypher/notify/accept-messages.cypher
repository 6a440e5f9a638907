// writes: counts messages that the WeChat user of an account has accepted, {id} in one row; no row when none is linked; $account, $weekVisits and $overdue (1 for each that was accepted, else 0), $most, $now; constraint account_id
MATCH (account:Account {id: $account})<-[:LOGS_IN_TO]-(user:WechatUser)
// Locked before it is read, or one that is sent at the same time would be lost.
SET user.counting = true
WITH user
SET user.counting = null
WITH user, coalesce(user.weekVisits, 0) + $weekVisits AS weekVisits, coalesce(user.overdue, 0) + $overdue AS overdue
SET user.weekVisits = CASE WHEN weekVisits > $most THEN $most ELSE weekVisits END,
    user.overdue = CASE WHEN overdue > $most THEN $most ELSE overdue END,
    user.updatedAt = $now
RETURN user.id AS id
