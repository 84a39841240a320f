-- Why somebody must not be taken in is told apart no more, and a trial tells nothing of them.
UPDATE import_outcomes o SET outcomes = array_replace(array_replace(outcomes, 18::smallint, 17::smallint), 17::smallint,
  CASE WHEN i.agreed_on IS NULL THEN 0::smallint ELSE 17::smallint END)
FROM imports i WHERE i.id = o.import_id AND o.outcomes && ARRAY[17, 18]::smallint[];
