// reads: an Interview with the companies that it was with; $interview; constraint interview_id
MATCH (talk:Interview {id: $interview})
RETURN properties(talk) AS talk, [(talk)-[:WITH]->(company:Company) | company.id] AS companies
