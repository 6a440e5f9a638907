// rule: a Person who works for the owner or a builder of a project that the viewer serves now, or for a department on whose desk one of its approvals lies
$viewer.personId IS NOT NULL
AND EXISTS {
  (itsAgent:Person)-[itsPart:MEMBER_OF]->(itsService:AgencyService)<-[:SERVED_BY]-(itsProject:Project)
  WHERE itsAgent.id = $viewer.personId
    AND coalesce(itsPart.to >= date($now), true)
    AND coalesce(itsPart.from <= date($now), true)
    AND coalesce(itsService.state = 'SIGNED', true)
    AND coalesce(itsService.startOn <= date($now), true)
    AND coalesce(itsService.endOn >= date($now), true)
    AND (EXISTS {
        (itsProject)<-[:OWNS|PARTICIPATES_IN]-(:Company)<-[itsPost:WORKS_FOR|LEGAL_REP_OF|OFFICER_OF]-(this)
        WHERE coalesce(itsPost.to >= date($now), true)
      }
      OR EXISTS {
        (itsProject)-[:HAS_APPROVAL]->(:Approval)-[:AT_DESK_OF]->(:Department)<-[itsOffice:WORKS_FOR]-(this)
        WHERE coalesce(itsOffice.to >= date($now), true)
      })
}
