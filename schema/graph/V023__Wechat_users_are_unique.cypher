// Makes a WeChat user the one of an account.
CREATE CONSTRAINT wechat_user_id IF NOT EXISTS FOR (n:WechatUser) REQUIRE n.id IS UNIQUE;
