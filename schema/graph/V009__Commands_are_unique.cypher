// Makes a client's key unique among commands, so that a command sent twice is carried out once.
CREATE CONSTRAINT command_id IF NOT EXISTS FOR (n:Command) REQUIRE n.id IS UNIQUE;
