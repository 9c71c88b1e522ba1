-- The rows stored for the association (without agency) and for each agency, on the last month-end.
SELECT agency_id AS agency, countries AS numerator, 1 AS denominator
FROM staff_countries
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff_countries WHERE retired_by IS NULL AND day >= :start AND day < :stop)
