// reads: the members of the Committees of an opened Lot and whether a bidder ties them, one row each {committee, person, role, tied}; $lot; constraint lot_id
MATCH (lot:Lot {id: $lot})<-[:JUDGED]-(committee:Committee)<-[seat:SAT_ON]-(member:Person)
RETURN committee.id AS committee, member.id AS person, seat.role AS role,
    EXISTS {
        MATCH (lot)<-[:FOR_LOT]-(bid:Bid)<-[:SUBMITTED|JOINED]-(bidder:Company)
        WHERE bid.withdrawnAt IS NULL
            AND EXISTS { (member)-[:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF|SHAREHOLDER_OF|SOCIALLY_INSURED_BY]->(bidder) }
    } AS tied
ORDER BY committee, person
