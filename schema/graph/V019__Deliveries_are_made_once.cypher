// Makes a delivery the one of its channel, person, kind and period, and finds those that wait and those that are old.
CREATE CONSTRAINT delivery_key IF NOT EXISTS FOR (n:Delivery) REQUIRE n.key IS UNIQUE;
CREATE INDEX delivery_state IF NOT EXISTS FOR (n:Delivery) ON (n.state, n.nextAt);
CREATE INDEX delivery_created_at IF NOT EXISTS FOR (n:Delivery) ON (n.createdAt);
