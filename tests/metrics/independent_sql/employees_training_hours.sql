-- Minutes followed by employees of the association, apprentices included, in hours. Rests on those enrolled.
SELECT
  NULL AS agency,
  SUM(trainee_minutes) AS numerator,
  60 AS denominator,
  SUM(learners) AS base
FROM attendance
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND employer = 'own'
UNION ALL
SELECT
  attendance.agency_id,
  SUM(trainee_minutes),
  60,
  SUM(learners)
FROM attendance
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND employer = 'own'
GROUP BY attendance.agency_id
