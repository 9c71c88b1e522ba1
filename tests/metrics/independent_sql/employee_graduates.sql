-- Candidates who obtained the whole title and are employees of the association.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed' AND exam.employer = 'own'
UNION ALL
SELECT
  exam.agency_id,
  COUNT(*),
  1
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed' AND exam.employer = 'own'
GROUP BY exam.agency_id
