// rule: an Approval, to administrators and importers; to an approver when it lies on the desk of a department served
any(itsRole IN $viewer.roles WHERE itsRole IN ['ADMINISTRATOR', 'IMPORTER'])
OR ($viewer.personId IS NOT NULL
  AND EXISTS {
    (this)-[:AT_DESK_OF]->(:Department)<-[itsPost:WORKS_FOR]-(itsApprover:Person)
    WHERE itsApprover.id = $viewer.personId AND (itsPost.to IS NULL OR itsPost.to >= date($now))
  })
