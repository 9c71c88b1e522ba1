-- Participants, each as often as they came.
SELECT
  NULL AS agency,
  SUM(participants) AS numerator,
  1 AS denominator
FROM staff_training
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  staff_training.agency_id,
  SUM(participants),
  1
FROM staff_training
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY staff_training.agency_id
