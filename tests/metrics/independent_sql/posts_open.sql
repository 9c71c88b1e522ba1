-- Posts still open on the last day of the period.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM post
WHERE post.retired_by IS NULL
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to >= :stop)
UNION ALL
SELECT
  post.agency_id,
  COUNT(*),
  1
FROM post
WHERE post.retired_by IS NULL
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to >= :stop)
GROUP BY post.agency_id
