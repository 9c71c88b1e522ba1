-- Satisfied answers over answers.
SELECT
  NULL AS agency,
  SUM(satisfaction.satisfied) AS numerator,
  SUM(satisfaction.answers) AS denominator
FROM satisfaction
WHERE satisfaction.retired_by IS NULL AND satisfaction.day >= :start AND satisfaction.day < :stop
UNION ALL
SELECT
  satisfaction.agency_id,
  SUM(satisfaction.satisfied),
  SUM(satisfaction.answers)
FROM satisfaction
WHERE satisfaction.retired_by IS NULL AND satisfaction.day >= :start AND satisfaction.day < :stop
GROUP BY satisfaction.agency_id
