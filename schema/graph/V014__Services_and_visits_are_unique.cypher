// Makes agency services, visits and consents unique, and gives the orders that users meet first their indexes.
CREATE CONSTRAINT agency_service_id IF NOT EXISTS FOR (n:AgencyService) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT agency_service_agreement_no IF NOT EXISTS FOR (n:AgencyService) REQUIRE n.agreementNo IS UNIQUE;
CREATE CONSTRAINT visit_id IF NOT EXISTS FOR (n:Visit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT visit_client_id IF NOT EXISTS FOR (n:Visit) REQUIRE n.clientId IS UNIQUE;
CREATE INDEX visit_occurred_at IF NOT EXISTS FOR (n:Visit) ON (n.occurredAt);
CREATE INDEX agency_service_state IF NOT EXISTS FOR (n:AgencyService) ON (n.state);
CREATE CONSTRAINT consent_id IF NOT EXISTS FOR (n:Consent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT consent_code IF NOT EXISTS FOR (n:Consent) REQUIRE n.code IS UNIQUE;
