-- People gone; transfers left out.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM staff_move
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move = 'exit'
UNION ALL
SELECT
  staff_move.agency_id,
  COUNT(*),
  1
FROM staff_move
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move = 'exit'
GROUP BY staff_move.agency_id
