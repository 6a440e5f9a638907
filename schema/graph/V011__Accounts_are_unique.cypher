// Makes accounts, what they enter with and their sessions unique; each constraint is also the index they are found by.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT account_username IF NOT EXISTS FOR (n:Account) REQUIRE n.username IS UNIQUE;
CREATE CONSTRAINT account_external_subject IF NOT EXISTS FOR (n:Account) REQUIRE n.externalSubject IS UNIQUE;
CREATE CONSTRAINT role_grant_id IF NOT EXISTS FOR (n:RoleGrant) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT credential_account IF NOT EXISTS FOR (n:Credential) REQUIRE n.account IS UNIQUE;
CREATE CONSTRAINT credential_wechat IF NOT EXISTS FOR (n:Credential) REQUIRE n.wechat IS UNIQUE;
CREATE CONSTRAINT login_session_id IF NOT EXISTS FOR (n:LoginSession) REQUIRE n.id IS UNIQUE;
CREATE INDEX login_session_account IF NOT EXISTS FOR (n:LoginSession) ON (n.account);
