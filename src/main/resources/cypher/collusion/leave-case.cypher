// writes: nobody is in charge of a CollusionCase any more; $case; constraint collusion_case_id
MATCH (:CollusionCase {id: $case})<-[charge:IN_CHARGE_OF]-()
DELETE charge
