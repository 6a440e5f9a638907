/** The documents of api/operations/agent, written here by the test MiniProgramTests; do not edit. */

exports.MyDay = `
# Monday morning: the agent's counters, and the projects to visit this week, the most urgent first, each with why, where and whom to call.
query MyDay($date: Date) {
  myDay(date: $date) {
    date
    isoWeek
    counters { due done missed overdueDifficulties overdueApprovals notices }
    visits {
      score
      reasons { code label }
      suggestedChannel { code label }
      obligation { id isoWeek dueOn state { code label } }
      openApprovals
      stuckDays
      openDifficulties
      overdueDifficulties
      lastVisit { id occurredAt channel { label } progress }
      project {
        id
        name
        projectCode
        plannedStartOn
        stage { code label }
        location { latitude longitude }
        region { name }
        owners(first: 1) { edges { node { name staff(first: 1) { edges { node { name phone } } } } } }
      }
    }
  }
}
`

exports.ProjectCard = `
# The agent opens a project on the phone: where it stands, on whose desk its approvals lie, whom to call, what is tendered.
query ProjectCard($id: ID!) {
  node(id: $id) {
    ... on Project {
      id
      projectCode
      name
      stage { code label }
      status { code label }
      totalInvestment
      landAcquiredOn
      plannedStartOn
      actualStartOn
      location { latitude longitude }
      region { name }
      owners(first: 3) {
        edges {
          role { label }
          node {
            id
            name
            staff(first: 2) { edges { post node { id name phone } } }
          }
        }
      }
      open: approvals(filter: { completedAt: { isNull: true } }, orderBy: [{ dueOn: ASC }], first: 20) {
        totalCount
        edges {
          node {
            id
            item { name stage { code label } }
            status { code label }
            dueOn
            clock { state daysLeft countedDays promisedDays }
            daysHeld
            desk { name shortName }
            officer { name phone }
          }
        }
      }
      done: approvals(filter: { completedAt: { isNull: false } }, first: 1) { totalCount }
      tenders(first: 5) {
        edges {
          node {
            id
            name
            lots(first: 5) { edges { node { id name phase openedAt } } }
          }
        }
      }
    }
  }
}
`

exports.RecordVisits = `
# What the phone recorded, with or without a network since: up to 50 visits in one request; the agent's counters come back.
mutation RecordVisits($input: RecordVisitsInput!, $clientIds: [String!]!) {
  recordVisits(input: $input) {
    person {
      work { due done missed overdueDifficulties overdueApprovals notices }
      visits(filter: { clientId: { in: $clientIds } }, first: 50) {
        edges { node { id clientId state { code label } rejection { code label } obligation { id state { code label } note } difficulties { id difficultyNo title } } }
      }
    }
    refusals { code field message }
    clientMutationId
  }
}
`

exports.AcceptMessages = `
# The agent lets the hub send a WeChat message: which templates were accepted.
mutation AcceptMessages($input: AcceptSubscribeMessagesInput!) {
  acceptSubscribeMessages(input: $input) {
    person { id wechatUsers { weekVisits overdue } }
    refusals { code field message }
  }
}
`
