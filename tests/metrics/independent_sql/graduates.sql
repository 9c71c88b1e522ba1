-- Candidates who obtained the whole title.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed'
UNION ALL
SELECT
  exam.agency_id,
  COUNT(*),
  1
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed'
GROUP BY exam.agency_id
