-- Hundredths of the field posts open at each month-end, over 100 times the month-ends.
WITH month_end AS (SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month)
SELECT
  NULL AS agency,
  SUM(post.fte_hundredths) AS numerator,
  100 * (SELECT COUNT(*) FROM month_end) AS denominator
FROM post JOIN month_end
  ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
WHERE post.retired_by IS NULL AND post.on_field IS TRUE
UNION ALL
SELECT post.agency_id, SUM(post.fte_hundredths), 100 * (SELECT COUNT(*) FROM month_end)
FROM post JOIN month_end
  ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
WHERE post.retired_by IS NULL AND post.on_field IS TRUE
GROUP BY post.agency_id
