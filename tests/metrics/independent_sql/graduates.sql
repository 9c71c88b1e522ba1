-- Candidates who obtained the whole title, of all those who sat: the rest is judged too.
SELECT
  NULL AS agency,
  SUM(CASE WHEN exam.result = 'passed' THEN 1 ELSE 0 END) AS numerator,
  1 AS denominator,
  COUNT(*) AS whole
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
UNION ALL
SELECT
  exam.agency_id,
  SUM(CASE WHEN exam.result = 'passed' THEN 1 ELSE 0 END),
  1,
  COUNT(*)
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
GROUP BY exam.agency_id
