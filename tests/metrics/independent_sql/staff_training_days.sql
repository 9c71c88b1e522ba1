-- Hundredths of days of training, whoever followed them. Rests on participants.
SELECT
  NULL AS agency,
  SUM(days_hundredths) AS numerator,
  100 AS denominator,
  SUM(participants) AS base
FROM staff_training
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  staff_training.agency_id,
  SUM(days_hundredths),
  100,
  SUM(participants)
FROM staff_training
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY staff_training.agency_id
