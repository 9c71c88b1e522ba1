-- People hired; transfers left out.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM staff_move
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move = 'entry'
UNION ALL
SELECT
  staff_move.agency_id,
  COUNT(*),
  1
FROM staff_move
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move = 'entry'
GROUP BY staff_move.agency_id
