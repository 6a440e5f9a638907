// reads: an Interview with the companies that it was with and the files that hang on it; $interview; constraint interview_id
MATCH (talk:Interview {id: $interview})
RETURN properties(talk) AS talk,
    [(talk)-[:WITH]->(company:Company) | company {.id, .name}] AS companies,
    [(talk)<-[:ATTACHED_TO]-(file:Attachment) | file {.id, .objectKey, .name, .mime, .size, .sha256}] AS files
