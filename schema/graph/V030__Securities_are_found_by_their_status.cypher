// Finds securities that are to be given back.
CREATE INDEX deposit_status IF NOT EXISTS FOR (n:Deposit) ON (n.status);
