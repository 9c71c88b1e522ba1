-- Candidates who obtained a part of the title only.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'partial'
UNION ALL
SELECT
  exam.agency_id,
  COUNT(*),
  1
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'partial'
GROUP BY exam.agency_id
