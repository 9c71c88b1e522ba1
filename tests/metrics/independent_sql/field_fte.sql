-- Hundredths of the field posts open at any time in the period, per 100.
SELECT
  NULL AS agency,
  SUM(fte_hundredths) AS numerator,
  100 AS denominator
FROM post
WHERE post.retired_by IS NULL AND post.on_field IS TRUE
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to > :start)
UNION ALL
SELECT
  post.agency_id,
  SUM(fte_hundredths),
  100
FROM post
WHERE post.retired_by IS NULL AND post.on_field IS TRUE
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to > :start)
GROUP BY post.agency_id
