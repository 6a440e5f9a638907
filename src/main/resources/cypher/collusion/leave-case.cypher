// writes: nobody is in charge of a CollusionCase any more, and who was stays known; $case, $at; constraint collusion_case_id
MATCH (matter:CollusionCase {id: $case})<-[charge:IN_CHARGE_OF]-(officer:Person)
CREATE (officer)-[:WAS_IN_CHARGE_OF {from: coalesce(charge.from, matter.takenAt), until: $at}]->(matter)
DELETE charge
