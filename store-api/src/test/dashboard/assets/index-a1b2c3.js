document.title = "Uruimi";
