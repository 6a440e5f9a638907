// reads: the companies of leads, in their order; $companies (ids of the known), $leads (place, company, score, evidence, met, explanation), $first; constraint company_id
UNWIND $leads AS lead
MATCH (company:Company {id: lead.company})
WHERE NOT company.id IN $companies /* and visible(company: Company) */
WITH lead, company
ORDER BY lead.place
LIMIT $first
RETURN {
  company: company,
  score: lead.score,
  evidence: lead.evidence,
  met: lead.met,
  explanation: lead.explanation
} AS value
